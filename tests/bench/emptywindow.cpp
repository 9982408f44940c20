// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The least that a window can cost: what the start of the console is measured against. Writes to the file that is its
// argument once it is painted, and stays for as many milliseconds as the second argument says.
#include <QApplication>
#include <QFile>
#include <QMainWindow>
#include <QTimer>

namespace {

class EmptyWindow : public QMainWindow {
public:
    explicit EmptyWindow(QString mark) : m_mark(std::move(mark)) { }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QMainWindow::paintEvent(event);
        if (m_mark.isEmpty()) return;
        QMetaObject::invokeMethod(
            this,
            [path = std::exchange(m_mark, {})] {
                QFile file(path);
                if (file.open(QIODevice::WriteOnly)) file.write("painted\n");
            },
            Qt::QueuedConnection);
    }

private:
    QString m_mark;
};

} // namespace

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    EmptyWindow window(arguments.value(1));
    window.resize(1366, 768);
    window.show();
    QTimer::singleShot(arguments.value(2).toInt(), &window, [] { QCoreApplication::quit(); });
    return QApplication::exec();
}
